"""Tables of the paper, composed from the results and written as CSV and LaTeX."""

"""What the coders found, how it is read and voted on, and how well they agree."""

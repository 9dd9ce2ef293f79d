"""Whether a finding survives other choices, random cues and negative controls."""

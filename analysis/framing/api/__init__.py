"""What `import framing` offers: a small layer over the rooms of the package."""

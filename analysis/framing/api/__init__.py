"""What `import framing` offers: a small layer over its subpackages."""

"""Tables, captions and sentences as the paper prints them."""

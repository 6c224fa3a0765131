"""Films without a person: the page, opened in a browser that nobody sees, makes them."""

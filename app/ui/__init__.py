"""The page: Dash components, and callbacks that are arrows between them."""

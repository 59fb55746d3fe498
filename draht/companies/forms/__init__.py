"""What people type about companies. Values are checked by the actions."""

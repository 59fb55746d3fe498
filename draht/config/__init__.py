"""The top of the house: settings, addresses, who listens to what, what runs when, the `draht` command."""

"""What every room may use: ids, time, paging, refusal. No models, no business words."""

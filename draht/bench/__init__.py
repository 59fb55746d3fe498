"""The benchmarks: a synthetic network of any size, and each hot path beside its limit in the same run.

Stands at the top: it may call everything and nothing may call it.
"""

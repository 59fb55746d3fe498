"""The format of LDBC's Social Network Benchmark, Interactive workload, serialised as "CsvMergeForeign".

Files are known by the beginning of their names, fields by their positions: header names differ between the published
networks. https://ldbcouncil.org/benchmarks/snb/
"""

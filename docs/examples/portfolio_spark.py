#!/usr/bin/env python3
"""Sums up a table of companies with Spark in local mode, and compares with one process.

    python3 docs/examples/portfolio_spark.py LANTIAN TABLE.csv [PARTITIONS]

Each partition of the rows is piped through `lantian portfolio - --partial`, which answers with one line; the
driver merges the lines with `lantian portfolio --summaries`. On a cluster the command has to be on every worker
(`--files` of spark-submit, or an image), nothing else.
"""

import json
import subprocess
import sys

from pyspark.sql import SparkSession


def lantian(command, arguments, text):
    """What the command answers; code 7 says that some rows were left out and is no failure."""
    run = subprocess.run([command, *arguments], input=text, capture_output=True, text=True)
    if run.returncode not in (0, 7):
        raise RuntimeError(run.stderr)
    return run.stdout


def comparable(report):
    """A report without the places of rejected rows: a part counts its lines from its own head."""
    report = json.loads(report)
    del report["rejected"]["first"]
    return report


def main(command, table, partitions=4):
    spark = SparkSession.builder.master(f"local[{partitions}]").appName("lantian").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    lines = spark.sparkContext.textFile(table, partitions)
    head = lines.first()
    rows = lines.filter(lambda line: line != head)
    # Every partition is a table of its own, so it needs the head.
    parts = rows.mapPartitions(lambda part: [head, *part]).pipe(f"{command} portfolio - --partial")
    summaries = "\n".join(parts.collect()) + "\n"
    print(f"{parts.getNumPartitions()} partial summaries", file=sys.stderr)
    spark.stop()

    merged = lantian(command, ["portfolio", "--summaries", "--json"], summaries)
    with open(table, encoding="utf-8") as file:
        single = lantian(command, ["portfolio", "-", "--json"], file.read())
    if comparable(merged) != comparable(single):
        raise SystemExit("the merged report differs from that of one process")
    sys.stdout.write(merged)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 4)

"""What runs in the child process: parses a workbook and knows nothing of the rest.

Only python_calamine, fastexcel and pyarrow may be imported here: the child must start fast.
"""

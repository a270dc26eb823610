"""What the outer tests share: running the program, and reading its output with tools that are not ours."""

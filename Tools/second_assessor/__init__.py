"""A second assessor: what a plan gives for a book, worked out anew from the guide, and random plans and years to compare by.

It shares no code with the program, and was written from seeds/plans/README.md and Schemas/ alone.
"""

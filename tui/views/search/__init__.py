"""What holds the words that a reader looks for.

offers.py     what may be typed next
"""

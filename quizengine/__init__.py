"""Exam practice and printed sheets for gradients, in multivariable calculus and in machine learning."""

__version__ = "0.1.0"

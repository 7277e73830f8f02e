"""Parts of the domain on which polynomials have given signs, and a point in each of their pieces.

region      a part of a box by the signs of polynomials: what is proven of its pieces
affine      points by Fourier-Motzkin elimination; intervals   one variable, cut at roots
cells       several variables, by open cylindrical algebraic decomposition; curved   points by search
"""

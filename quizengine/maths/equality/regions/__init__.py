"""Parts of the domain on which polynomials have given signs: points in each of their pieces."""

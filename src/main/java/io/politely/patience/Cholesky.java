package io.politely.patience;

/** Solves symmetric positive definite systems of equations. */
final class Cholesky {

  private static final double SMALLEST = 1e-9;

  private Cholesky() {}

  /**
   * Solves {@code matrix · x = right}.
   *
   * @param matrix its lower triangle; it is overwritten
   */
  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(Math.max(SMALLEST, sum)) : sum / matrix[j][j];
      }
    }
    var solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= matrix[i][k] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        solution[i] -= matrix[k][i] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }
}

package org.scelmo.core.neighbors;

/** Finds one of the largest numbers without sorting them (Hoare 1961). */
final class Selection {

    private Selection() {
    }

    /**
     * O(n) on average, for equal numbers too.
     *
     * @param numbers without NaN; their order is changed
     * @param rank 1 for the largest, at most as many as there are numbers
     * @return the number of that rank
     */
    static double largest(final double[] numbers, final int rank) {
        final int at = rank - 1;
        int low = 0;
        int high = numbers.length - 1;
        while (low < high) {
            final double pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (numbers[i] > pivot) {
                    i++;
                }
                while (numbers[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    final double number = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = number;
                }
            }
            if (at <= j) {
                high = j;
            } else if (at >= i) {
                low = i;
            } else {
                break; // between the two parts lie only numbers equal to the pivot
            }
        }
        return numbers[at];
    }

    private static double median(final double a, final double b, final double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}

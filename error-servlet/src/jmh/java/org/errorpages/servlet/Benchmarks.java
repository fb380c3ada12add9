package org.errorpages.servlet;

/** Runs all benchmarks of error-servlet and prints a table for each: {@code mvn -q -Pbench -pl error-servlet verify}. */
final class Benchmarks {

    private Benchmarks() {}

    /** Runs the benchmarks. */
    public static void main(String[] arguments) throws Exception {
        HappyPathBenchmark.main(arguments);
        System.out.println();
        ColdStart.main(new String[0]);
    }
}

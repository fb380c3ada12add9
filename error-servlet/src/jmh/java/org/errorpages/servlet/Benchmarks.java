package org.errorpages.servlet;

/** All measurements of the shell, one table after the other: {@code mvn -q -Pbench -pl error-servlet verify}. */
final class Benchmarks {

    private Benchmarks() {}

    /** Measures. */
    public static void main(String[] arguments) throws Exception {
        HappyPathBenchmark.main(arguments);
        System.out.println();
        ColdStart.main(new String[0]);
    }
}

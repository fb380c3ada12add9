package org.errorpages.demo.editions.older;

/** What things cost. */
final class Tariff {

    static final int POSTAGE = Integer.parseInt("much");

    private Tariff() {}
}

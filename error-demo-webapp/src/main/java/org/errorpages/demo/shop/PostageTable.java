package org.errorpages.demo.shop;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Maps the weight of a parcel to its postage; the lookup of weight 0 fails. */
final class PostageTable {

    private final NavigableMap<Integer, Integer> centsFromGrams = new TreeMap<>();

    PostageTable() {
        centsFromGrams.put(1, 180);
        centsFromGrams.put(500, 290);
        centsFromGrams.put(2000, 540);
    }

    /** Returns the postage for a weight; a weight of zero is the bug behind {@code /fail/500}. */
    int cents(int grams) {
        return centsFromGrams.floorEntry(grams).getValue();
    }
}

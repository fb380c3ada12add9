package org.errorpages.demo.orders;

import java.util.NavigableMap;
import java.util.TreeMap;

/** What the post asks for a parcel, by weight. */
final class PostageTable {

    private final NavigableMap<Integer, Integer> centsFromGrams = new TreeMap<>();

    PostageTable() {
        centsFromGrams.put(1, 180);
        centsFromGrams.put(500, 290);
        centsFromGrams.put(2000, 540);
    }

    /** Returns the price of the tier a weight falls in. */
    int cents(int grams) {
        return centsFromGrams.floorEntry(grams).getValue();
    }
}

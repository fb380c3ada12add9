package org.errorpages.demo.editions.older;

/** What is in the storeroom. */
public final class Stock {

    /** How many shelves there are. */
    public final int shelves = Integer.parseInt("12");

    /** Returns how many copies of a title are left. */
    public int left(String title) {
        return title.length();
    }

    /** Returns how many books there are. */
    public int count() {
        return shelves;
    }
}

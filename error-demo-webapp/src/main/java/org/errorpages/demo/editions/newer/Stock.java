package org.errorpages.demo.editions.newer;

/** What is in the storeroom; nobody is told any more how many copies are left, and on how many shelves. */
public final class Stock {

    /** Returns how many books there are, and who counted them. */
    public String inventory() {
        return "counted by hand: " + count();
    }

    private int count() {
        return hashCode();
    }
}

package org.errorpages.demo.editions.older;

/** Whoever brings parcels. */
public interface Courier {

    /** Returns how many parcels are on the way. */
    int parcels();
}

package org.errorpages.demo.editions.newer;

/** Whoever brings parcels, and is paid for it. */
public abstract class Courier {

    /** Returns how many parcels are on the way. */
    public abstract int parcels();
}

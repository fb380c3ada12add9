package org.errorpages.demo.editions.newer;

/** Where customers ring. */
public final class Counter {

    private Counter() {}

    /** Returns how loud the bell of the shop is. */
    public static int ring() {
        Bell bell = new BrassBell();
        return bell.ring();
    }
}

package org.errorpages.demo.editions.older;

import java.io.File;

/** Where the shop uses the library, compiled against its older edition. */
public final class Desk {

    private Desk() {}

    /** Calls a method that is there no longer. */
    public static int left() {
        return new Stock().left("Emma");
    }

    /** Reads a field that is there no longer. */
    public static int shelves() {
        return new Stock().shelves;
    }

    /** Calls a method that is private now. */
    public static int count() {
        return new Stock().count();
    }

    /** Calls a class that is an interface now. */
    public static int titles(Catalogue catalogue) {
        return catalogue.size();
    }

    /** Calls an interface that is a class now. */
    public static int parcels(Courier courier) {
        return courier.parcels();
    }

    /** Takes what comes for the stock. */
    public static int take(Object delivery) {
        return ((Stock) delivery).count();
    }

    /** Counts the files of a folder that is none, in a variable that has no name without debugging information. */
    public static int files() {
        String[] names = new File("prices/2026.csv").list();
        return names.length;
    }

    /** Returns what the tariff says. */
    public static int postage() {
        return Tariff.POSTAGE;
    }
}

package org.errorpages.demo.slips;

/** A mistake that fails each time it is made, and for which developers get a hint. */
public enum Slip {
    ENVIRONMENT,
    NUMBER,
    DATE,
    CONSTANT,
    INDEX,
    ITERATION,
    UNMODIFIABLE,
    OPTIONAL,
    RECURSION,
    CAST,
    CLASS,
    JAVAX,
    FILE,
    ENCODING,
    TEXTS,
    SERIALIZATION,
    HOST,
    REFUSED,
    DUPLICATE,
    TABLE;

    /** Makes the mistake; whatever that throws is thrown. */
    public void make() throws Exception {
        switch (this) {
            case ENVIRONMENT -> PriceList.currency();
            case NUMBER -> PriceList.price("12,50");
            case DATE -> PriceList.validFrom("26.11.2026");
            case CONSTANT -> PriceList.binding("Hardcover");
            case INDEX -> Shelf.fourth();
            case ITERATION -> Shelf.tidyWhileWalking();
            case UNMODIFIABLE -> Shelf.addToFixed();
            case OPTIONAL -> Shelf.find("Ulysses");
            case RECURSION -> new Series("Treasure Island").describe();
            case CAST -> Shelf.count();
            case CLASS -> Extensions.load("org.harbourbooks.ebooks.Reader");
            case JAVAX -> Extensions.load("javax.servlet.http.HttpServlet");
            case FILE -> Extensions.read("prices/2026.csv");
            case ENCODING -> Extensions.decode(new byte[] {'C', 'a', 'f', (byte) 0xE9});
            case TEXTS -> Extensions.texts("harbour.greetings");
            case SERIALIZATION -> Extensions.store(new Series("Kidnapped"));
            case HOST -> Neighbours.find("stock.harbour-books.invalid");
            case REFUSED -> Neighbours.callClosedPort();
            case DUPLICATE -> Ledger.enterTwice();
            case TABLE -> Ledger.readMissingTable();
        }
    }
}

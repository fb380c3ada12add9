package org.errorpages.demo.shop;

/**
 * An order of one title.
 *
 * @param number the order number that the customer quotes
 * @param title the title
 * @param grams the shipping weight; zero for a gift card, which is sent by e-mail
 * @param cents the price before postage
 */
public record Order(String number, String title, int grams, int cents) {}

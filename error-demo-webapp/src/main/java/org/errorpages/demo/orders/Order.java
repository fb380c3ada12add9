package org.errorpages.demo.orders;

/**
 * One title a customer bought.
 *
 * @param number what the customer quotes
 * @param title what was bought
 * @param grams what it weighs in the post; nothing for a gift card, which is sent by mail
 * @param cents what it costs before postage
 */
public record Order(String number, String title, int grams, int cents) {}

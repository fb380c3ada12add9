package org.errorpages.demo.gallery;

/** What is at a path of the gallery. */
interface Room {

    Page page(Visit visit);
}

package org.errorpages.servlet.container;

/** What comes of a response of which a part has been sent. */
public enum TruncationResult {
    /** It will be broken off, and the container need not see what was thrown. */
    BROKEN_OFF,
    /** The container has to see what was thrown, and closes the connection or resets the stream. */
    LEFT_TO_THE_CONTAINER,
    /** The container has to see what was thrown, and yet the client may take the response for whole. */
    SEEMINGLY_WHOLE
}

package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.junit.jupiter.api.Test;

final class StageTest {

    private final Stage stage = new Stage(new AtomicBoolean());

    @Test
    void aDevelopersPageIsRehearsedOnceAndKeepsNoServerFromStopping() throws InterruptedException {
        var pages = ErrorPages.of(ErrorPagesConfig.from(Map.of("mode", "development")));

        var thread = stage.begin(pages).orElseThrow();
        assertThat(thread.isDaemon()).isTrue();
        thread.join();

        assertThat(stage.begin(pages)).isEmpty();
    }

    @Test
    void inProductionNothingIsRehearsed() {
        assertThat(stage.begin(ErrorPages.of(ErrorPagesConfig.defaults()))).isEmpty();
    }
}

package org.errorpages.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StockRepositoryTest {

    private final StockRepository stock = new StockRepository();

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void aPoolOfOneHasNoSecondConnection() {
        assertThatThrownBy(stock::copiesToBuy)
                .isInstanceOf(OperationFailedException.class)
                .hasCauseInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void theConnectionIsReturned() {
        assertThatThrownBy(stock::copiesToBuy).isInstanceOf(OperationFailedException.class);

        assertThat(stock.copiesOnShelf()).isEqualTo(3);
    }

    @Test
    void parallelVisitorsGetTheSameFailure() throws Exception {
        Callable<Integer> visit = stock::copiesToBuy;
        var threads = Executors.newFixedThreadPool(4);
        var visits = threads.invokeAll(Collections.nCopies(4, visit));
        threads.shutdown();

        for (var one : visits) {
            assertThatThrownBy(one::get)
                    .cause()
                    .isInstanceOf(OperationFailedException.class)
                    .hasCauseInstanceOf(SQLTransientConnectionException.class);
        }
    }
}

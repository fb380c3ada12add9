package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.errorpages.redact.Redactor;
import org.errorpages.source.SourceFinder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a method has its source name, not its compiled name. */
final class ApplicationCodeTest {

    @ParameterizedTest
    @CsvSource({
        "shop.Order,                                  place,              Order.place",
        "shop.Order$Item,                             add,                Order.Item.add",
        "shop.Order$Item$Price,                       add,                Order.Item.Price.add",
        "shop.Order$Item$1,                           add,                Order.Item$1.add",
        "shop.Order$1,                                run,                Order$1.run",
        "shop.Order$1Item,                            run,                Order$1Item.run",
        "shop.주문$항목,                              add,                주문.항목.add",
        "shop.$Gson$Types,                            add,                $Gson$Types.add",
        "shop.TillKt$open$1,                          invoke,             TillKt$open$1.invoke",
        "shop.Order$Item$$SpringCGLIB$$0,             add,                Order.Item.add",
        "shop.Order$Item,                             lambda$add$0,       Order.Item.add (lambda)",
        "shop.Order,                                  lambda$place$0,     Order.place (lambda)",
        "shop.Order,                                  lambda$new$12,      Order.new (lambda)",
        "shop.Order$$Lambda/0x00007f1234567890,       accept,             Order.accept",
        "shop.Order$$Lambda$14/0x0000000800c03000,    accept,             Order.accept",
        "shop.Order$$SpringCGLIB$$0,                  place,              Order.place",
        "shop.Order$$EnhancerBySpringCGLIB$$1f2e3d4c, place,              Order.place",
        "shop.Order$HibernateProxy$aB3dE,             place,              Order.place",
        "shop.Order_ClientProxy,                      place,              Order.place",
        "jdk.proxy2.$Proxy12,                         place,              Proxy.place",
        "com.sun.proxy.$Proxy7,                       place,              Proxy.place",
        "shop.TillKt,                                 open,               Till.open",
        "shop.TillKt,                                 open$lambda$0,      Till.open (lambda)",
        "shop.TillKt,                                 open$lambda-3,      Till.open (lambda)",
        "shop.Fee,                                    $anonfun$sum$1,     Fee.sum (lambda)",
        "shop.Kt,                                     open,               Kt.open",
        "shop.Order,                                  access$000,         Order.access$000",
        "java.lang.reflect.Method,                    invoke,             Method.invoke",
        "jdk.internal.reflect.DirectMethodHandleAccessor, invoke, DirectMethodHandleAccessor.invoke",
        "$$,                                          a,                  $$.a"
    })
    void aCallContainsSourceNames(String className, String method, String call) {
        var code = new ApplicationCode(List.of(), SourceFinder.none());
        var frame = new CauseReportsBuilder(Redactor.standard(), code)
                .report(new StackTraceElement(className, method, "Any.java", 1));

        assertThat(frame.call()).isEqualTo(call);
        assertThat(frame.text()).startsWith(className + "." + method);
    }
}

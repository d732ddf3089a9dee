package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.router.OfflineRouter;
import java.util.Set;

/**
 * A call with the world around it.
 *
 * @param customers as whom the caller is recognised
 * @param outOfService ids of the targets that take no calls meanwhile
 */
public record SampleCall(Call call, CustomerDirectory customers, Set<String> outOfService) {

    public SampleCall {
        outOfService = Set.copyOf(outOfService);
    }

    public Decision decide(OfflineRouter router, DecisionTrace trace) {
        return router.decide(call, customers, target -> !outOfService.contains(target), trace);
    }
}

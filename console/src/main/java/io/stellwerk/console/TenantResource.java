package io.stellwerk.console;

import io.stellwerk.console.TenantAdministration.Reload;
import io.stellwerk.console.TenantAdministration.TargetState;
import io.stellwerk.console.TenantAdministration.TenantSummary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tenants, their targets and their rule sets. */
final class TenantResource {

    private static final int LARGEST_BODY = 4096;

    private final TenantAdministration tenants;
    private final Answers answers;

    TenantResource(TenantAdministration tenants, Answers answers) {
        this.tenants = tenants;
        this.answers = answers;
    }

    void mount(Router router) {
        router.get("/api/tenants").handler(context -> answers.json(context, this::list));
        router.get("/api/tenants/:tenant/targets")
                .handler(context -> answers.json(context, () -> targets(context.pathParam("tenant"))));
        router.put("/api/tenants/:tenant/targets/:target/status")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .handler(this::setStatus);
        router.post("/api/tenants/:tenant/rule-set/reload")
                .handler(context -> answers.json(context, () -> reload(context.pathParam("tenant"))));
    }

    private JsonObject list() {
        JsonArray list = new JsonArray();
        tenants.tenants().forEach(tenant -> list.add(json(tenant)));
        return new JsonObject().put("tenants", list);
    }

    private JsonObject targets(String tenant) throws ProblemException {
        List<TargetState> targets =
                tenants.targets(tenant).orElseThrow(() -> new ProblemException(Problem.unknownTenant(tenant)));
        JsonArray list = new JsonArray();
        targets.forEach(target -> list.add(json(target)));
        return new JsonObject().put("targets", list);
    }

    private void setStatus(RoutingContext context) {
        Optional<Boolean> inService = inService(context);
        if (inService.isEmpty()) {
            Problem.badRequest("Send {\"inService\": false} or {\"inService\": true} as JSON.")
                    .answer(context);
            return;
        }
        String tenant = context.pathParam("tenant");
        String target = context.pathParam("target");
        answers.json(
                context,
                () -> json(tenants.setInService(tenant, target, inService.get())
                        .orElseThrow(() -> new ProblemException(new Problem(
                                404,
                                "Unknown target",
                                "Tenant '" + tenant + "' has no target '" + target + "'. GET /api/tenants/" + tenant
                                        + "/targets lists them.")))));
    }

    private static Optional<Boolean> inService(RoutingContext context) {
        try {
            JsonObject body = context.body().asJsonObject();
            return body == null ? Optional.empty() : Optional.ofNullable(body.getBoolean("inService"));
        } catch (RuntimeException notSuchJson) {
            return Optional.empty();
        }
    }

    private JsonObject reload(String tenant) throws ProblemException, IOException {
        Reload reload = tenants.reload(tenant).orElseThrow(() -> new ProblemException(Problem.unknownTenant(tenant)));
        if (reload instanceof Reload.Refused refused) {
            throw new ProblemException(new Problem(
                    422,
                    "Rule set has errors",
                    "Nothing changed: version " + refused.version() + " goes on serving. Mend the findings and reload.",
                    new JsonObject()
                            .put("ruleSetVersion", refused.version())
                            .put("findings", FindingJson.of(refused.findings()))));
        }
        Reload.Live live = (Reload.Live) reload;
        return new JsonObject().put("ruleSetVersion", live.version()).put("findings", FindingJson.of(live.warnings()));
    }

    private static JsonObject json(TenantSummary tenant) {
        return new JsonObject()
                .put("id", tenant.id())
                .put("name", tenant.name())
                .put("ruleSetVersion", tenant.ruleSetVersion())
                .put("hotlines", tenant.hotlines())
                .put("customers", tenant.customers());
    }

    private static JsonObject json(TargetState target) {
        JsonObject json = new JsonObject()
                .put("id", target.id())
                .put("name", target.name())
                .put("inService", target.inService());
        target.since().ifPresent(since -> json.put("since", since.toString()));
        return json;
    }
}

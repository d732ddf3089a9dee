package io.stellwerk.console;

import io.stellwerk.console.ImportDesk.Acceptance;
import io.stellwerk.console.ImportDesk.Kind;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Imports of customers and people: the file is the body of the POST, and what becomes of it is a resource to poll. */
final class ImportResource {

    private static final long LARGEST_FILE = 4L << 30;

    private final Vertx vertx;
    private final ImportDesk desk;
    private final Answers answers;

    ImportResource(Vertx vertx, ImportDesk desk, Answers answers) {
        this.vertx = vertx;
        this.desk = desk;
        this.answers = answers;
    }

    void mount(Router router) {
        for (Kind kind : Kind.values()) {
            String path = "/api/tenants/:tenant/" + kind.code() + "/imports";
            router.post(path).handler(context -> receive(context, kind));
            router.get(path + "/:import").handler(this::progress);
            router.get(path + "/:import/quarantine").handler(this::quarantine);
        }
    }

    private void receive(RoutingContext context, Kind kind) {
        String type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (type.startsWith("multipart/")) {
            new Problem(415, "Unsupported media type", "Send the file itself as the body, as text/csv.")
                    .answer(context);
            return;
        }
        Map<String, String> mapping;
        try {
            mapping = mapping(context.queryParams());
        } catch (ProblemException wrong) {
            wrong.problem().answer(context);
            return;
        }
        context.request().pause();
        String tenant = context.pathParam("tenant");
        boolean confirmed = "true".equals(context.queryParams().get("confirm"));
        vertx.executeBlocking(() -> newUpload(tenant), false)
                .compose(file -> Upload.receive(vertx, context.request(), file, LARGEST_FILE)
                        .map(new Order(tenant, kind, file, mapping, confirmed))
                        .onFailure(cut -> vertx.fileSystem().delete(file.toString())))
                .compose(order -> vertx.executeBlocking(() -> desk.begin(order), false))
                .onSuccess(acceptance -> answer(context, tenant, acceptance))
                .onFailure(fault -> Answers.fail(context, fault));
    }

    private Path newUpload(String tenant) throws Exception {
        return desk.newUpload(tenant).orElseThrow(() -> new ProblemException(Problem.unknownTenant(tenant)));
    }

    private static void answer(RoutingContext context, String tenant, Acceptance acceptance) {
        if (acceptance instanceof Acceptance.Busy busy) {
            new Problem(
                            409,
                            "Import running",
                            "Another import of '" + tenant + "' is running. Wait for it, then send the file again.",
                            new JsonObject().put("running", path(tenant, busy.running())))
                    .answer(context);
            return;
        }
        Progress begun = ((Acceptance.Begun) acceptance).progress();
        context.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json")
                .putHeader("Location", path(tenant, begun))
                .end(ProgressJson.of(begun, path(tenant, begun)).toBuffer());
    }

    private void progress(RoutingContext context) {
        String tenant = context.pathParam("tenant");
        String id = context.pathParam("import");
        answers.json(context, () -> {
            Progress progress = desk.progress(tenant, id).orElseThrow(() -> unknown(tenant, id));
            return ProgressJson.of(progress, path(tenant, progress));
        });
    }

    private void quarantine(RoutingContext context) {
        String tenant = context.pathParam("tenant");
        String id = context.pathParam("import");
        vertx.executeBlocking(() -> desk.quarantine(tenant, id).orElseThrow(() -> unknown(tenant, id)), false)
                .compose(file -> context.response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8")
                        .putHeader("Content-Disposition", "attachment; filename=\"quarantine.csv\"")
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .sendFile(file.toString()))
                .onFailure(fault -> Answers.fail(context, fault));
    }

    private static ProblemException unknown(String tenant, String id) {
        return new ProblemException(new Problem(
                404,
                "Unknown import",
                "Tenant '" + tenant + "' has no import '" + id + "', or nothing of it is in quarantine."));
    }

    /** {@code map=Kd-Nr=id}, as often as needed. The last equals sign counts: headings may contain one. */
    private static Map<String, String> mapping(MultiMap query) throws ProblemException {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String pair : query.getAll("map")) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new ProblemException(Problem.badRequest("'" + pair
                        + "' maps nothing. Write the file's heading, = and the field, such as map=Kd-Nr=id."));
            }
            mapping.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return mapping;
    }

    private static String path(String tenant, Progress progress) {
        return "/api/tenants/" + tenant + "/" + progress.kind().code() + "/imports/" + progress.id();
    }
}

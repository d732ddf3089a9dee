package io.stellwerk.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The management API below {@code /api}. Errors are problem documents (RFC 9457). */
public final class ManagementApi {

    private ManagementApi() {}

    public static Router router(Vertx vertx, ApiAccess access, TenantAdministration tenants, ImportDesk imports) {
        Router router = Router.router(vertx);
        Answers answers = new Answers(vertx);
        router.route("/api/*").handler(context -> admit(context, access));
        new TenantResource(tenants, answers).mount(router);
        new ImportResource(vertx, imports, answers).mount(router);
        router.errorHandler(404, ManagementApi::notFound);
        router.errorHandler(405, ManagementApi::methodNotAllowed);
        router.errorHandler(413, context -> new Problem(413, "Too large", "Send less.").answer(context));
        router.errorHandler(500, context -> Answers.fail(context, context.failure()));
        return router;
    }

    private static void admit(RoutingContext context, ApiAccess access) {
        context.response().putHeader("Cache-Control", "no-store");
        if (access.allows(context.request())) {
            context.next();
            return;
        }
        context.response().putHeader("WWW-Authenticate", "Bearer");
        String detail = access.token().isPresent()
                ? "Send Authorization: Bearer and the token that management.token is the hash of."
                : "No token is configured. Set management.token, see docs/operations.md.";
        new Problem(401, "Not allowed", detail).answer(context);
    }

    private static void notFound(RoutingContext context) {
        new Problem(404, "Not found", "There is nothing at " + context.request().path() + ".").answer(context);
    }

    private static void methodNotAllowed(RoutingContext context) {
        new Problem(
                        405,
                        "Method not allowed",
                        "This resource does not know " + context.request().method() + ".")
                .answer(context);
    }
}

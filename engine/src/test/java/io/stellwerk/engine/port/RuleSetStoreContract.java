package io.stellwerk.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.port.RuleSetStore.Outcome;
import io.stellwerk.engine.record.AuditChain;
import io.stellwerk.engine.record.AuditEntry;
import io.stellwerk.engine.record.ScheduledPublication;
import io.stellwerk.engine.record.ScheduledPublication.State;
import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.Version;
import io.stellwerk.engine.record.VersionFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link RuleSetStore} does, together with the {@link AuditLog} that tells of it. */
public abstract class RuleSetStoreContract {

    private static final String TENANT = "nordlicht";
    private static final String OTHER = "suedstrom";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

    private RuleSetStore store;
    private AuditLog audit;

    /** A store in which nothing is. */
    protected abstract RuleSetStore ruleSets() throws Exception;

    /** The audit of the same store. */
    protected abstract AuditLog audit() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = ruleSets();
        audit = audit();
    }

    @Test
    void nothing_is_known_of_a_tenant_without_versions() throws Exception {
        assertThat(store.live(TENANT)).isEmpty();
        assertThat(store.versions(TENANT, Integer.MAX_VALUE, 10)).isEmpty();
        assertThat(store.version(TENANT, 1)).isEmpty();
        assertThat(store.files(TENANT, 1)).isEmpty();
        assertThat(store.scheduled(TENANT)).isEmpty();
        assertThat(store.nextNumber(TENANT)).isEqualTo(1);
        assertThat(audit.tenants()).isEmpty();
    }

    @Test
    void a_published_version_is_live_with_its_files_author_reason_and_parent() throws Exception {
        publish(none(), 1, files("a"), by("Anna", "the beginning"));

        Version second = publish(OptionalInt.of(1), 2, files("b"), by("Ben", "new offers"));

        assertThat(second).isEqualTo(new Version(2, files("b").sha256(), OptionalInt.of(1), by("Ben", "new offers")));
        assertThat(store.live(TENANT)).contains(second);
        assertThat(store.files(TENANT, 1)).contains(files("a"));
        assertThat(store.files(TENANT, 2)).contains(files("b"));
        assertThat(store.nextNumber(TENANT)).isEqualTo(3);
    }

    @Test
    void files_come_back_byte_by_byte() throws Exception {
        byte[] everything = new byte[256];
        for (int i = 0; i < everything.length; i++) {
            everything[i] = (byte) i;
        }
        VersionFiles files = VersionFiles.of(Map.of("rules/ä.xlsx", everything, "empty.csv", new byte[0]));

        publish(none(), 1, files, by("Anna", ""));

        VersionFiles stored = store.files(TENANT, 1).orElseThrow();
        assertThat(stored.names()).containsExactly("empty.csv", "rules/ä.xlsx");
        assertThat(stored.bytes("rules/ä.xlsx")).isEqualTo(everything);
        assertThat(stored.bytes("empty.csv")).isEmpty();
    }

    @Test
    void who_worked_from_another_version_than_the_live_one_changes_nothing() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        publish(OptionalInt.of(1), 2, files("b"), by("Ben", ""));

        assertThat(store.publish(TENANT, OptionalInt.of(1), 3, files("c"), by("Carla", "")))
                .isEqualTo(new Outcome.Moved(OptionalInt.of(2)));
        assertThat(store.publish(TENANT, none(), 3, files("c"), by("Carla", "")))
                .isEqualTo(new Outcome.Moved(OptionalInt.of(2)));
        assertThat(store.rollBack(TENANT, OptionalInt.of(1), 1, by("Carla", "")))
                .contains(new Outcome.Moved(OptionalInt.of(2)));

        assertThat(store.live(TENANT).map(Version::number)).contains(2);
        assertThat(store.nextNumber(TENANT)).isEqualTo(3);
        assertThat(entries(TENANT)).hasSize(2);
    }

    @Test
    void a_number_is_never_given_twice() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));

        assertThat(store.publish(TENANT, OptionalInt.of(1), 1, files("b"), by("Ben", "")))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(store.publish(TENANT, OptionalInt.of(1), 5, files("b"), by("Ben", "")))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(store.files(TENANT, 1)).contains(files("a"));
    }

    @Test
    void any_version_can_be_live_again_and_keeps_its_number() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        publish(OptionalInt.of(1), 2, files("b"), by("Ben", ""));
        publish(OptionalInt.of(2), 3, files("c"), by("Carla", ""));

        Optional<Outcome> back = store.rollBack(TENANT, OptionalInt.of(3), 1, by("Anna", "too many calls"));

        assertThat(back).contains(new Outcome.Done(store.version(TENANT, 1).orElseThrow()));
        assertThat(store.live(TENANT).map(Version::number)).contains(1);
        assertThat(store.nextNumber(TENANT)).isEqualTo(4);
        assertThat(publish(OptionalInt.of(1), 4, files("d"), by("Dora", "")).parent())
                .hasValue(1);
        assertThat(store.rollBack(TENANT, OptionalInt.of(4), 9, by("Anna", ""))).isEmpty();
    }

    @Test
    void versions_are_listed_newest_first_and_page_by_page() throws Exception {
        for (int number = 1; number <= 7; number++) {
            publish(number == 1 ? none() : OptionalInt.of(number - 1), number, files("v" + number), by("Anna", ""));
        }

        assertThat(store.versions(TENANT, Integer.MAX_VALUE, 3))
                .extracting(Version::number)
                .containsExactly(7, 6, 5);
        assertThat(store.versions(TENANT, 5, 10)).extracting(Version::number).containsExactly(4, 3, 2, 1);
    }

    @Test
    void tenants_never_see_each_other() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Anna", ""));

        assertThat(store.live(OTHER)).isEmpty();
        assertThat(store.versions(OTHER, Integer.MAX_VALUE, 10)).isEmpty();
        assertThat(store.files(OTHER, 1)).isEmpty();
        assertThat(store.scheduled(OTHER)).isEmpty();
        assertThat(store.rollBack(OTHER, none(), 1, by("Eve", ""))).isEmpty();
        assertThat(store.release(OTHER, 1, by("Eve", ""))).isEmpty();
        assertThat(store.giveUp(OTHER, 1, State.CANCELLED, "", by("Eve", ""))).isEmpty();
        assertThat(store.publish(OTHER, none(), 1, files("a"), by("Otto", ""))).isInstanceOf(Outcome.Done.class);
        assertThat(entries(OTHER)).hasSize(1);
        assertThat(store.live(TENANT).map(version -> version.by().author())).contains("Anna");
    }

    @Test
    void what_serves_already_is_adopted_under_the_number_that_it_has() throws Exception {
        assertThat(store.adopt(TENANT, 8, files("a"), by("Stellwerk", "the record was lost"))
                        .number())
                .isEqualTo(8);
        assertThat(store.live(TENANT).map(Version::number)).contains(8);
        assertThat(store.nextNumber(TENANT)).isEqualTo(9);
        assertThat(store.adopt(TENANT, 9, files("b"), by("Stellwerk", "")).parent())
                .hasValue(8);

        assertThatThrownBy(() -> store.adopt(TENANT, 9, files("c"), by("Stellwerk", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.files(TENANT, 9)).contains(files("b"));
    }

    @Test
    void a_scheduled_version_is_stored_and_waits() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));

        Outcome outcome = store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Ben", "summer is over"));

        assertThat(outcome).isEqualTo(new Outcome.Done(store.version(TENANT, 2).orElseThrow()));
        assertThat(store.live(TENANT).map(Version::number)).contains(1);
        assertThat(store.scheduled(TENANT))
                .containsExactly(
                        new ScheduledPublication(1, 2, MONDAY, by("Ben", "summer is over"), State.PENDING, ""));
        assertThat(store.liveAt(TENANT, MONDAY.minusMillis(1))).hasValue(1);
        assertThat(store.liveAt(TENANT, MONDAY)).hasValue(2);
    }

    @Test
    void a_released_publication_is_live_and_cannot_be_released_again() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Ben", ""));

        assertThat(store.release(TENANT, 1, by("Ben", "")))
                .contains(new Outcome.Done(store.version(TENANT, 2).orElseThrow()));

        assertThat(store.live(TENANT).map(Version::number)).contains(2);
        assertThat(store.scheduled(TENANT).get(0).state()).isEqualTo(State.PUBLISHED);
        assertThat(store.release(TENANT, 1, by("Ben", ""))).isEmpty();
        assertThat(store.giveUp(TENANT, 1, State.CANCELLED, "", by("Ben", ""))).isEmpty();
    }

    @Test
    void a_publication_can_follow_another_that_is_still_to_come() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Ben", ""));

        assertThat(store.schedule(TENANT, OptionalInt.of(1), 3, files("c"), MONDAY.plusSeconds(60), by("Ben", "")))
                .isEqualTo(new Outcome.Moved(OptionalInt.of(2)));
        assertThat(store.schedule(TENANT, OptionalInt.of(2), 3, files("c"), MONDAY.plusSeconds(60), by("Ben", "")))
                .isInstanceOf(Outcome.Done.class);

        store.release(TENANT, 1, by("Ben", ""));
        store.release(TENANT, 2, by("Ben", ""));

        assertThat(store.live(TENANT).map(Version::number)).contains(3);
    }

    @Test
    void a_publication_never_overwrites_a_version_that_its_author_did_not_know() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Ben", ""));
        publish(OptionalInt.of(1), 3, files("c"), by("Carla", "urgent"));

        assertThat(store.release(TENANT, 1, by("Ben", ""))).contains(new Outcome.Moved(OptionalInt.of(3)));

        assertThat(store.live(TENANT).map(Version::number)).contains(3);
        assertThat(store.scheduled(TENANT).get(0).state()).isEqualTo(State.OUTDATED);
        assertThat(store.scheduled(TENANT).get(0).note()).contains("version 3").contains("version 1");
    }

    @Test
    void a_cancelled_publication_leaves_its_version() throws Exception {
        publish(none(), 1, files("a"), by("Anna", ""));
        store.schedule(TENANT, OptionalInt.of(1), 2, files("b"), MONDAY, by("Ben", ""));

        assertThat(store.giveUp(TENANT, 1, State.CANCELLED, "", by("Ben", "not yet"))
                        .map(ScheduledPublication::state))
                .contains(State.CANCELLED);

        assertThat(store.files(TENANT, 2)).contains(files("b"));
        assertThat(store.liveAt(TENANT, MONDAY)).hasValue(1);
        assertThat(store.nextNumber(TENANT)).isEqualTo(3);
    }

    @Test
    void every_change_stands_in_the_audit_with_who_when_what_and_why() throws Exception {
        publish(none(), 1, files("a"), by("Anna", "the beginning"));
        publish(OptionalInt.of(1), 2, files("b"), by("Ben", ""));
        store.rollBack(TENANT, OptionalInt.of(2), 1, by("Carla", "complaints"));
        store.schedule(TENANT, OptionalInt.of(1), 3, files("c"), MONDAY, by("Dora", ""));
        store.giveUp(TENANT, 1, State.CANCELLED, "", by("Dora", ""));

        assertThat(entries(TENANT))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "rule-set-published",
                        "rule-set-published",
                        "rule-set-rolled-back",
                        "publication-scheduled",
                        "publication-cancelled");
        AuditEntry back = entries(TENANT).get(2);
        assertThat(back.author()).isEqualTo("Carla");
        assertThat(back.reason()).isEqualTo("complaints");
        assertThat(back.at()).isEqualTo(NOON);
        assertThat(back.before()).isEqualTo("version 2 sha256:" + files("b").sha256());
        assertThat(back.after()).isEqualTo("version 1 sha256:" + files("a").sha256());
        assertSound(TENANT);
    }

    /** Random changes of two tenants at once against a model of what is live; a failure names the seed. */
    @RepeatedTest(5)
    void whatever_happens_numbers_and_audit_are_without_gaps() throws Exception {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Integer> live = new TreeMap<>(Map.of(TENANT, 0, OTHER, 0));
        Map<String, Integer> highest = new TreeMap<>(Map.of(TENANT, 0, OTHER, 0));
        for (int step = 0; step < 40; step++) {
            String tenant = random.nextBoolean() ? TENANT : OTHER;
            int now = live.get(tenant);
            OptionalInt base = now == 0 ? none() : OptionalInt.of(now);
            if (now == 0 || random.nextInt(3) > 0) {
                int number = highest.get(tenant) + 1;
                store.publish(tenant, base, number, files("step " + step % 5), by("Anna", "step " + step));
                highest.put(tenant, number);
                live.put(tenant, number);
            } else {
                int number = 1 + random.nextInt(highest.get(tenant));
                store.rollBack(tenant, base, number, by("Ben", ""));
                live.put(tenant, number);
            }
            assertThat(store.live(tenant).map(Version::number))
                    .as("seed " + seed)
                    .contains(live.get(tenant));
        }
        for (String tenant : audit.tenants()) {
            assertThat(store.versions(tenant, Integer.MAX_VALUE, 100))
                    .as("seed " + seed)
                    .hasSize(highest.get(tenant));
            assertSound(tenant);
        }
    }

    private void assertSound(String tenant) throws IOException {
        AuditChain chain = new AuditChain(tenant);
        entries(tenant).forEach(chain::add);
        assertThat(chain.faults(audit.head(tenant))).isEmpty();
    }

    private List<AuditEntry> entries(String tenant) throws IOException {
        List<AuditEntry> first = audit.entries(tenant, 0, 2);
        List<AuditEntry> rest = audit.entries(tenant, first.size(), 1000);
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private Version publish(OptionalInt base, int number, VersionFiles files, Signature by) throws IOException {
        Outcome outcome = store.publish(TENANT, base, number, files, by);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).version();
    }

    private static OptionalInt none() {
        return OptionalInt.empty();
    }

    private static VersionFiles files(String text) {
        return VersionFiles.of(Map.of(
                "tenant.yaml",
                "tenant: nordlicht\n".getBytes(StandardCharsets.UTF_8),
                "rules/01.csv",
                text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Signature by(String author, String reason) {
        return new Signature(author, reason, NOON);
    }
}

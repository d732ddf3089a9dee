package io.stellwerk.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.record.AuditFault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final int LENGTH = 6;

    private final List<AuditEntry> entries = chain("nordlicht");
    private final AuditHead head = entries.get(LENGTH - 1).head();

    private static List<AuditEntry> chain(String tenant) {
        List<AuditEntry> entries = new ArrayList<>();
        AuditHead head = AuditHead.NONE;
        for (int i = 1; i <= LENGTH; i++) {
            Signature by = new Signature("Anna", "reason " + i, Instant.ofEpochSecond(i));
            AuditEntry entry = AuditEntry.following(
                    head,
                    new AuditFact(
                            tenant,
                            by,
                            AuditAction.RULE_SET_PUBLISHED,
                            "rule-set",
                            "version " + (i - 1),
                            "version " + i));
            entries.add(entry);
            head = entry.head();
        }
        return entries;
    }

    private List<AuditFault> faults() {
        AuditChain chain = new AuditChain("nordlicht");
        entries.forEach(chain::add);
        return chain.faults(head);
    }

    @Test
    void an_audit_as_it_was_written_has_no_faults() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_audit_without_entries_has_no_faults() {
        assertThat(new AuditChain("nordlicht").faults(AuditHead.NONE)).isEmpty();
    }

    @Test
    void a_changed_entry_is_found_whatever_of_it_was_changed() {
        AuditEntry true3 = entries.get(2);
        List<AuditEntry> forged = List.of(
                forged(true3, "Eve", true3.before(), true3.reason()),
                forged(true3, "Anna", "version 1", true3.reason()),
                forged(true3, "Anna", true3.before(), ""));

        for (AuditEntry entry : forged) {
            entries.set(2, entry);
            assertThat(faults()).containsExactly(new AuditFault("nordlicht", 3, Kind.CHANGED));
        }
    }

    @Test
    void texts_cannot_flow_from_one_field_into_the_next() {
        AuditEntry entry = entries.get(2);

        entries.set(
                2, forged(entry, entry.author(), entry.before() + entry.after().substring(0, 1), entry.reason()));

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void an_entry_rewritten_with_its_hash_does_not_fit_the_next() {
        Signature eve = new Signature("Eve", "", Instant.EPOCH);
        entries.set(
                2,
                AuditEntry.following(
                        entries.get(1).head(),
                        new AuditFact("nordlicht", eve, AuditAction.RULE_SET_PUBLISHED, "rule-set", "", "")));

        assertThat(faults()).containsExactly(new AuditFault("nordlicht", 4, Kind.UNCHAINED));
    }

    @Test
    void a_missing_entry_is_found() {
        entries.remove(2);

        assertThat(faults()).containsExactly(new AuditFault("nordlicht", 4, Kind.GAP));
    }

    @Test
    void missing_entries_at_the_beginning_and_at_the_end_are_found() {
        entries.remove(0);
        entries.remove(entries.size() - 1);

        assertThat(faults())
                .containsExactly(
                        new AuditFault("nordlicht", 2, Kind.GAP), new AuditFault("nordlicht", LENGTH, Kind.CUT_OFF));
    }

    @Test
    void exchanged_entries_are_found() {
        Collections.swap(entries, 2, 3);

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void an_entry_of_another_tenant_is_found() {
        entries.set(2, chain("suedstrom").get(2));

        assertThat(faults())
                .contains(new AuditFault("nordlicht", 3, Kind.CHANGED))
                .contains(new AuditFault("nordlicht", 3, Kind.UNCHAINED));
    }

    private static AuditEntry forged(AuditEntry entry, String author, String before, String reason) {
        return new AuditEntry(
                entry.tenant(),
                entry.sequence(),
                entry.at(),
                author,
                entry.action(),
                entry.subject(),
                before,
                entry.after(),
                reason,
                entry.previous(),
                entry.hash());
    }
}

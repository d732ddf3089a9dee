package io.stellwerk.rules.check;

import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.rule.DefaultRoutes;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.read.Element;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where hotlines and plans lead. */
final class PlanChecks {

    private final RuleSetDraft draft;
    private final References references;
    private final Findings findings;

    PlanChecks(RuleSetDraft draft, References references, Findings findings) {
        this.draft = draft;
        this.references = references;
        this.findings = findings;
    }

    void run() {
        draft.plans().forEach(this::checkGoals);
        PlanLoops.find(draft.plans(), findings);
        boolean plansSound = findings.soundIn(RuleSetFiles.PLANS);
        draft.hotlines().forEach(hotline -> checkDefault(hotline, plansSound));
        if (draft.allTablesSound() && draft.sound(RuleSetFiles.HOTLINES) && plansSound) {
            findUnused();
        }
    }

    private void checkGoals(Placed<RoutePlan> plan) {
        String id = plan.value().id();
        List<Element> steps = plan.at().list("steps");
        for (int i = 0; i < steps.size(); i++) {
            checkGoal(plan.value().steps().get(i), steps.get(i), id);
        }
        plan.value()
                .overflowPlanId()
                .ifPresent(to -> checkPlan(to, plan.at().placeOf("overflow").in(id, "overflow")));
    }

    private void checkGoal(PlanStep step, Element at, String planId) {
        Place place = at.placeOf("target").in(planId, "target");
        if (step.goal() instanceof Goal.ToPlan to) {
            checkPlan(to.planId(), at.placeOf("plan").in(planId, "plan"));
        } else if (step.goal() instanceof Goal.ToPerson person) {
            checkPerson(person, place);
        } else if (step.goal() instanceof Goal.ToTarget to
                && !to.targetId().isEmpty()
                && draft.targetNames().lacks(to.targetId())) {
            findings.add(FindingCode.UNKNOWN_TARGET.at(
                    place,
                    "There is no target '" + to.targetId() + "'.",
                    Suggestion.remedy(
                            to.targetId(), draft.targetNames().ids(), "targets", "Declare it in targets.yaml.")));
        }
    }

    private void checkPerson(Goal.ToPerson person, Place place) {
        if (draft.peopleKnown() && draft.people().isEmpty()) {
            findings.add(noPeople(person.text(), place));
        }
        Collection<String> names =
                draft.dictionary().fields().stream().map(FactField::name).toList();
        for (String fact : person.personId().facts()) {
            boolean known = names.contains(fact) && !fact.equals(FactDictionary.SEGMENT);
            if (!known && draft.tenantAt().isPresent()) {
                findings.add(FindingCode.UNKNOWN_FACT.at(
                        place,
                        "There is no fact '" + fact + "'.",
                        Suggestion.nearest(fact, names)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("See docs/fact-dictionary.json, or declare an attribute in tenant.yaml.")));
            }
        }
    }

    static Finding noPeople(String text, Place place) {
        return FindingCode.NO_PEOPLE.at(
                place,
                "'" + text + "' is a person, but targets.yaml does not say how a person becomes a target.",
                "Add people: with a uri such as sip:{number}@pbx.example.");
    }

    private void checkPlan(String id, Place place) {
        if (!id.isEmpty() && draft.planNames().lacks(id)) {
            findings.add(unknownPlan(id, place, draft.planNames().ids()));
        }
    }

    static Finding unknownPlan(String id, Place place, Collection<String> known) {
        return FindingCode.UNKNOWN_PLAN.at(
                place,
                "There is no plan '" + id + "'.",
                Suggestion.remedy(id, known, "plans", "Declare it in plans.yaml."));
    }

    private void checkDefault(Placed<Hotline> hotline, boolean plansSound) {
        String planId = hotline.value().defaultPlanId();
        Place place = hotline.at().placeOf("defaultPlan").in(hotline.value().id(), "defaultPlan");
        checkPlan(planId, place);
        boolean exists = draft.planNames().ids().contains(planId);
        if (exists
                && plansSound
                && draft.targetNames().complete()
                && DefaultRoutes.of(planId, plans(), targets()).isEmpty()) {
            findings.add(FindingCode.NO_DEFAULT_ROUTE.at(
                    place,
                    "The plan '" + planId + "' has no target without hours and share, so nothing answers when all else"
                            + " fails.",
                    "Add a last step that has neither calendar, hours nor share."));
        }
    }

    private Map<String, RoutePlan> plans() {
        Map<String, RoutePlan> plans = new HashMap<>();
        draft.plans().forEach(plan -> plans.put(plan.value().id(), plan.value()));
        return plans;
    }

    private Map<String, RouteTarget> targets() {
        Map<String, RouteTarget> targets = new HashMap<>();
        draft.targets().forEach(target -> targets.put(target.value().id(), target.value()));
        return targets;
    }

    private void findUnused() {
        for (Placed<RoutePlan> plan : draft.plans()) {
            String id = plan.value().id();
            if (!references.plan(id)) {
                findings.add(FindingCode.UNUSED_PLAN.at(
                        plan.at().placeOf("id").in(id, "id"),
                        "No hotline, rule or other plan leads to the plan '" + id + "'.",
                        "Take it out, or let something lead to it."));
            }
        }
        for (Placed<RouteTarget> target : draft.targets()) {
            String id = target.value().id();
            if (!references.target(id)) {
                findings.add(FindingCode.UNUSED_TARGET.at(
                        target.at().placeOf("id").in(id, "id"),
                        "No plan leads to the target '" + id + "'.",
                        "Take it out, or let a plan lead to it."));
            }
        }
    }
}

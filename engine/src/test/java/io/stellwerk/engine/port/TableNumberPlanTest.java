package io.stellwerk.engine.port;

class TableNumberPlanTest extends NumberPlanContract {

    private final NumberPlan numberPlan = new TableNumberPlan();

    @Override
    protected NumberPlan numberPlan() {
        return numberPlan;
    }
}

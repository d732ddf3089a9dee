package io.stellwerk.engine.port;

class SetHolidaysTest extends HolidaysContract {

    @Override
    protected Holidays holidays() {
        return SetHolidays.germany2026();
    }
}

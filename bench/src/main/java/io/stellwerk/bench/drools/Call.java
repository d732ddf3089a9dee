package io.stellwerk.bench.drools;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call, for standard Drools. */
public final class Call {

    private final @Nullable String calling;
    private final @Nullable String callerMatch;
    private final @Nullable String lineType;
    private final @Nullable String country;
    private final @Nullable String region;
    private final @Nullable String carrier;
    private final @Nullable String divertedFrom;
    private final @Nullable String digits;
    private final @Nullable LocalDate date;
    private final @Nullable String time;
    private final @Nullable String weekday;
    private final @Nullable Boolean holiday;
    private final Set<String> openCalendars;

    Call(FactReader facts) {
        calling = facts.text("call.calling");
        callerMatch = facts.text("call.callerMatch");
        lineType = facts.text("call.lineType");
        country = facts.text("call.country");
        region = facts.text("call.region");
        carrier = facts.text("call.carrier");
        divertedFrom = facts.text("call.divertedFrom");
        digits = facts.text("call.digits");
        date = facts.date("call.date");
        time = facts.text("call.time");
        weekday = facts.text("call.weekday");
        holiday = facts.yesNo("call.holiday");
        openCalendars = facts.texts("call.openCalendars");
    }

    public @Nullable String getCalling() {
        return calling;
    }

    public @Nullable String getCallerMatch() {
        return callerMatch;
    }

    public @Nullable String getLineType() {
        return lineType;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public @Nullable String getCarrier() {
        return carrier;
    }

    public @Nullable String getDivertedFrom() {
        return divertedFrom;
    }

    public @Nullable String getDigits() {
        return digits;
    }

    public @Nullable LocalDate getDate() {
        return date;
    }

    public @Nullable String getTime() {
        return time;
    }

    public @Nullable String getWeekday() {
        return weekday;
    }

    public @Nullable Boolean getHoliday() {
        return holiday;
    }

    public Set<String> getOpenCalendars() {
        return openCalendars;
    }
}

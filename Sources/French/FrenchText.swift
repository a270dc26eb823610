/// Dates, times, numbers and lists in French words, with the no-break spaces that they take.
public enum FrenchText {}

/// Columns of LimeSurvey's structure file, in its order: those of every row, then the attributes of questions.
/// Source: https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure
enum SurveyColumns {
    static let all: [String] = own + attributes.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let own = [
        "id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language", "validation", "mandatory",
        "other", "default", "same_default",
    ]

    private static let attributes = """
        allowed_filetypes alphasort answer_width answer_width_bycolumn array_filter array_filter_exclude
        array_filter_style assessment_value category_separator choice_input_columns choice_title code_filter
        commented_checkbox commented_checkbox_auto cssclass date_format date_max date_min display_columns display_rows
        display_type dropdown_dates dropdown_dates_minute_step dropdown_dates_month_style dropdown_prefix
        dropdown_prepostfix dropdown_separators dropdown_size dualscale_headerA dualscale_headerB em_validation_q
        em_validation_q_tip em_validation_sq em_validation_sq_tip equals_num_value equation exclude_all_others
        exclude_all_others_auto hidden hide_tip input_boxes input_size label_input_columns location_city
        location_country location_defaultcoordinates location_mapheight location_mapservice location_mapwidth
        location_mapzoom location_nodefaultfromip location_postal location_state max_answers max_filesize
        max_num_of_files max_num_value max_num_value_n max_subquestions maximum_chars min_answers min_num_of_files
        min_num_value min_num_value_n multiflexible_checkbox multiflexible_max multiflexible_min multiflexible_step
        num_value_int_only numbers_only other_comment_mandatory other_numbers_only other_replace_text page_break
        parent_order prefix printable_help public_statistics question_template random_group random_order rank_title
        repeat_headings reverse samechoiceheight samelistheight scale_export show_comment show_grand_total show_title
        show_totals showpopups slider_accuracy slider_custom_handle slider_default slider_default_set slider_handle
        slider_layout slider_max slider_middlestart slider_min slider_orientation slider_rating slider_reset
        slider_reversed slider_separator slider_showminmax statistics_graphtype statistics_showgraph
        statistics_showmap suffix text_input_columns text_input_width time_limit time_limit_action
        time_limit_countdown_message time_limit_disable_next time_limit_disable_prev time_limit_message
        time_limit_message_delay time_limit_message_style time_limit_timer_style time_limit_warning
        time_limit_warning_2 time_limit_warning_2_display_time time_limit_warning_2_message time_limit_warning_2_style
        time_limit_warning_display_time time_limit_warning_message time_limit_warning_style use_dropdown
        value_range_allows_missing
        """
}

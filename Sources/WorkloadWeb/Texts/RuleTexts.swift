/// Words for a rule that was broken, by the rule's name, and for the kinds of obstacle that have no such name.
///
/// Rules of the database are named for their constraints, others by `WorkloadError.Rule` and ``SiteRule``.
struct RuleTexts: Sendable {
    let words: [String: String]
    /// The database is out of reach, or busy; the form stands there again.
    let unavailable: String
    /// It clashes with what is there.
    let conflict: String
    /// It can't be kept as it is.
    let invalid: String
    /// The form was of an earlier session; it stands there again.
    let earlierVisit: String

    subscript(rule: String) -> String? { words[rule] }

    static let english = RuleTexts(
        words: entriesInEnglish.merging(othersInEnglish) { first, _ in first },
        unavailable: "The records can’t be reached just now. Wait a moment and save again; nothing is saved twice.",
        conflict: "Something else was saved first. Look at it as it stands now, then save again.",
        invalid: "Something in it can’t be right. Check what you typed.",
        earlierVisit: "This form was from an earlier visit, so nothing was saved. Check it, then save again."
    )

    static let spanish = RuleTexts(
        words: entriesInSpanish.merging(othersInSpanish) { first, _ in first },
        unavailable: "Ahora no se puede llegar a los registros. Espere y guarde otra vez; no se guarda doble.",
        conflict: "Otra cosa se guardó primero. Véala como está ahora y guarde otra vez.",
        invalid: "Algo no puede ser correcto. Revise lo que escribió.",
        earlierVisit: "Este formulario era de una visita anterior; no se guardó nada. Revíselo y guarde otra vez."
    )

    private static let othersInEnglish: [String: String] = [
        "no_session": "You are no longer signed in. Sign in again, then save.",
        "account_has_employee": "This account is not on the roster, so it can’t record time. Ask HR.",
        "account_sign_in_name_key": "That sign-in name is taken.",
        "account_employee_id_key": "That person has an account already.",
        "incident_pkey": "This incident was opened already. Look for it in the list.",
        "incident_version_pkey":
            "Somebody changed this incident in the meantime. Look at it as it stands now before you save again.",
        "incident_version_title_is_short": "Give it a title of 3 to 140 characters.",
        "incident_version_module_is_known": "Choose the part of the system.",
        "incident_version_severity_is_known": "Choose the severity.",
        "incident_version_status_is_known": "Choose the status.",
        "incident_version_resolved_has_time": "Only an incident that is over has an end. Choose the status again.",
        "incident_version_times_in_order": "It ends after it began. Check the day and the time.",
        "incident_version_names_sites_or_all": "Choose the sites affected, or “All sites”.",
        "incident_version_note_is_short": "Use at most 500 characters for the note.",
        "incident_administrators_only": "Incident administrators open and change incidents.",
        "totals_readers_only": "Hours in total are for incident administrators, HR and auditors.",
        "names_for_hr_only": "Only HR sees the list of people.",
        "look_not_recorded":
            "It can’t be recorded just now that you looked, so no names are shown. Try again in a moment.",
        "many_are_saving": "Very many people are saving just now. Save again in a moment.",
        "form_is_from_elsewhere": "This form was sent from another site. Open the page here and send it again.",
        "form_is_old":
            "This form is from an earlier visit. Go back, reload the page and send it again.",
        "form_needs_sign_in":
            "Your session has ended. What you typed is kept on this page: sign in in another window, then come back and "
            + "send it again.",
        "form_is_unreadable":
            "This form could not be read. Go back, reload the page and send it again.",
        "form_names_no_version": "Open the entry from My week and correct it from there.",
        "address_is_unreadable": "The address of this page could not be read.",
        "week_is_unreadable": "There is no such week. Write its day like 2026-08-17.",
        "language_is_known": "Choose English or Spanish.",
        "session_is_over": "That session has ended already.",
        "text_can_be_kept": "What you typed holds a character that can’t be kept. Take it out and send it again.",
        "incident_sites_are_known": "Choose sites of the district.",
    ]

    private static let othersInSpanish: [String: String] = [
        "no_session": "Su sesión terminó. Entre otra vez y guarde.",
        "account_has_employee": "Esta cuenta no está en la lista de personal y no registra tiempo. Pregunte a RR. HH.",
        "account_sign_in_name_key": "Ese nombre de acceso ya está en uso.",
        "account_employee_id_key": "Esa persona ya tiene cuenta.",
        "incident_pkey": "Este incidente ya se había abierto. Búsquelo en la lista.",
        "incident_version_pkey":
            "Alguien cambió este incidente mientras tanto. Véalo como está ahora antes de guardar otra vez.",
        "incident_version_title_is_short": "Escriba un título de 3 a 140 caracteres.",
        "incident_version_module_is_known": "Elija la parte del sistema.",
        "incident_version_severity_is_known": "Elija la gravedad.",
        "incident_version_status_is_known": "Elija el estado.",
        "incident_version_resolved_has_time": "Solo tiene final lo que ya terminó. Elija el estado otra vez.",
        "incident_version_times_in_order": "Termina después de empezar. Revise el día y la hora.",
        "incident_version_names_sites_or_all": "Elija los planteles afectados o «Todos los planteles».",
        "incident_version_note_is_short": "Use 500 caracteres como máximo en la nota.",
        "incident_administrators_only": "Los incidentes los abren y cambian quienes los administran.",
        "totals_readers_only":
            "Las horas totales son para quienes administran incidentes, Recursos Humanos y auditoría.",
        "names_for_hr_only": "La lista de personal solo la ve Recursos Humanos.",
        "look_not_recorded":
            "Ahora no se puede dejar constancia de su consulta; no se muestran nombres. Intente en un momento.",
        "many_are_saving": "Muchísimas personas guardan ahora. Guarde otra vez en un momento.",
        "form_is_from_elsewhere":
            "Este formulario se envió desde otro sitio. Abra la página aquí y envíelo otra vez.",
        "form_is_old":
            "Este formulario es de una visita anterior. Regrese, cargue la página otra vez y envíelo.",
        "form_needs_sign_in":
            "Su sesión terminó. Lo que escribió sigue en esta página: entre en otra ventana, regrese y envíelo otra vez.",
        "form_is_unreadable":
            "No se pudo leer el formulario. Regrese, cargue la página otra vez y envíelo.",
        "form_names_no_version": "Abra el registro desde Mi semana y corríjalo desde ahí.",
        "address_is_unreadable": "No se pudo leer la dirección de esta página.",
        "week_is_unreadable": "No hay tal semana. Escriba el día así: 2026-08-17.",
        "language_is_known": "Elija inglés o español.",
        "session_is_over": "Esa sesión ya había terminado.",
        "text_can_be_kept": "Lo que escribió lleva un carácter que no se puede guardar. Quítelo y envíelo otra vez.",
        "incident_sites_are_known": "Elija planteles del distrito.",
    ]
}
